# Makes cases.json: estimators that the corpus does not hold, by lavaan, metafor, survey and base R.
# Rscript make.R, in this folder. One case per line, laid out as those of ../corpus.
suppressMessages({
  library(jsonlite)
  library(lavaan)
  library(metafor)
  library(survey)
})
options(survey.lonely.psu = "adjust")
cases <- list()
add <- function(id, method, expected, tolerance, ..., options = setNames(list(), character())) {
  cases[[length(cases) + 1]] <<- list(
    id = id, method = method, ..., options = options, expected = expected, tolerance = tolerance
  )
}
read <- function(file) read.csv(file.path("../corpus/data", file))
from <- function(file) file.path("../corpus/data", file)

# One factor, by maximum likelihood and scaled (Satorra & Bentler).
indices <- c(
  chi_square = "chisq", df = "df", p = "pvalue", cfi = "cfi", tli = "tli",
  rmsea = "rmsea", rmsea_low = "rmsea.ci.lower", rmsea_high = "rmsea.ci.upper", srmr = "srmr"
)
indices_of <- function(fit) {
  found <- setNames(as.list(unclass(fitMeasures(fit, unname(indices)))), names(indices))
  # lavaan subtracts from 1, which leaves nothing of a small chance.
  found$p <- pchisq(found$chi_square, found$df, lower.tail = FALSE)
  found
}
# lavaan searches the limits of RMSEA to four digits or so, and its optimiser stops near 1e-8.
loose <- list(
  abs = 1e-6, rel = 1e-5,
  fields = list(
    p = list(rel = 1e-3), scaled_p = list(rel = 1e-3),
    rmsea_low = list(abs = 1e-5, rel = 1e-4), rmsea_high = list(abs = 1e-5, rel = 1e-4)
  )
)
model <- function(items) paste("f =~", paste(items, collapse = " + "))
one_factor <- function(id, file, items) {
  d <- na.omit(read(file)[items])
  ml <- cfa(model(items), d, std.lv = TRUE)
  mlm <- cfa(model(items), d, std.lv = TRUE, estimator = "MLM")
  scaled <- fitMeasures(mlm, c("chisq.scaled", "df.scaled", "chisq.scaling.factor"))
  add(id, "factor_fit",
    c(indices_of(ml), list(
      scaled = scaled[[1]], scaled_p = pchisq(scaled[[1]], scaled[[2]], lower.tail = FALSE), scaling = scaled[[3]], n = nrow(d)
    )),
    loose,
    dataset = from(file), columns = list(items = items)
  )
}
one_factor("factor_holzinger_6", "holzinger.csv", paste0("x", 1:6))
one_factor("factor_holzinger_9", "holzinger.csv", paste0("x", 1:9))
one_factor("factor_bfi_neuroticism", "bfi.csv", paste0("N", 1:5))
one_factor("factor_bfi_extraversion_reversed_items", "bfi.csv", paste0("E", 1:5))
one_factor("factor_attitude", "attitude.csv", names(read("attitude.csv")))
one_factor("factor_alumni_skills", "alumni_sim.csv", paste0("hol", 1:4))

# The same factor in several groups.
invariance <- function(id, file, items, group) {
  d <- na.omit(read(file)[c(items, group)])
  d <- d[order(d[[group]]), ]
  equal <- list(configural = NULL, metric = "loadings", scalar = c("loadings", "intercepts"))
  fits <- lapply(equal, function(same) {
    if (is.null(same)) cfa(model(items), d, std.lv = TRUE, group = group)
    else cfa(model(items), d, std.lv = TRUE, group = group, group.equal = same)
  })
  last <- lavInspect(fits$scalar, "est")
  each <- lapply(fits, indices_of)
  columns <- lapply(setNames(names(indices), names(indices)), function(key) {
    unname(sapply(each, function(of) as.numeric(of[[key]])))
  })
  # Without degrees of freedom there is nothing to compare.
  for (key in c("tli", "rmsea", "rmsea_low", "rmsea_high", "p")) columns[[key]][columns$df == 0] <- NA
  steps <- list(anova(fits$configural, fits$metric), anova(fits$metric, fits$scalar))
  add(id, "measurement_invariance",
    c(columns, list(
      difference = sapply(steps, function(s) s[["Chisq diff"]][2]),
      difference_p = sapply(steps, function(s) {
        pchisq(s[["Chisq diff"]][2], s[["Df diff"]][2], lower.tail = FALSE)
      }),
      factor_mean = unname(sapply(last, function(g) g$alpha[1])),
      factor_variance = unname(sapply(last, function(g) g$psi[1])),
      n = unname(as.integer(lavInspect(fits$scalar, "nobs")))
    )),
    modifyList(loose, list(fields = list(
      difference_p = list(rel = 1e-3),
      factor_mean = list(abs = 1e-4), factor_variance = list(abs = 1e-4)
    ))),
    dataset = from(file), columns = list(items = items, group = group)
  )
}
invariance("invariance_holzinger_school", "holzinger.csv", c("x4", "x5", "x6", "x1", "x7"), "school")
invariance("invariance_holzinger_three_items", "holzinger.csv", c("x4", "x5", "x6"), "school")
invariance("invariance_bfi_gender", "bfi.csv", paste0("N", 1:5), "gender")
invariance("invariance_bfi_education", "bfi.csv", paste0("E", 3:5) |> c("A3", "A5"), "education")
invariance("invariance_alumni", "alumni_sim.csv", paste0("hol", 1:4), "first_gen")

# Random-effects pooling, by restricted maximum likelihood with Hartung and Knapp's error.
random_effects <- function(id, y, se) {
  tight <- list(threshold = 1e-14, maxiter = 10000, stepadj = 0.5)
  fit <- rma(y, se^2, method = "REML", test = "knha", control = tight)
  never <- rma(y, se^2, method = "REML", test = "adhoc", control = tight)
  # Higgins, Thompson & Spiegelhalter 2009, with the error above.
  half <- if (length(y) > 2) qt(0.975, length(y) - 2) * sqrt(fit$tau2 + fit$se^2) else NA
  add(id, "random_effects",
    list(
      estimate = fit$beta[1], se = fit$se, ci_low = fit$ci.lb, ci_high = fit$ci.ub, p = fit$pval,
      never_narrower_low = never$ci.lb, never_narrower_high = never$ci.ub,
      prediction_low = fit$beta[1] - half, prediction_high = fit$beta[1] + half,
      tau_squared = fit$tau2, tau_squared_dl = rma(y, se^2, method = "DL")$tau2,
      Q = fit$QE, Q_p = fit$QEp, shares = unname(weights(fit)) / 100
    ),
    list(abs = 1e-9, rel = 1e-7),
    data = list(y = y, se = se)
  )
}
bcg <- escalc(measure = "RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.bcg)
random_effects("pool_thirteen_vaccine_trials", as.numeric(bcg$yi), sqrt(bcg$vi))
bfi <- read("bfi.csv")
complete <- na.omit(bfi[c("N1", "E4", "education")])
by_education <- lapply(split(complete, complete$education), function(d) {
  c(atanh(cor(d$N1, d$E4)), 1 / sqrt(nrow(d) - 3))
})
random_effects("pool_correlations_by_education",
  unname(sapply(by_education, `[`, 1)), unname(sapply(by_education, `[`, 2)))
random_effects("pool_two_cohorts", c(0.3, 0.1), c(0.1, 0.05))
random_effects("pool_without_scatter", c(0.21, 0.2, 0.19, 0.205), c(0.1, 0.2, 0.15, 0.05))
random_effects("pool_uneven", c(0.9, -0.3, 0.05, 0.02, 0.4), c(0.5, 0.1, 0.01, 0.02, 0.3))

# Chances of answering by logistic regression, weights one by one and by fifths.
propensity <- function(id, file, answered, covariates, base = NULL) {
  d <- na.omit(read(file)[c(answered, covariates, base)])
  fit <- glm(reformulate(covariates, answered), binomial, d, control = list(epsilon = 1e-14, maxit = 100))
  p <- unname(fitted(fit))
  w <- if (is.null(base)) rep(1, nrow(d)) else d[[base]]
  own <- ifelse(d[[answered]] == 1, w / p, 0)
  fifth <- cut(p, quantile(p, 0:5 / 5), include.lowest = TRUE, labels = FALSE)
  rate <- tapply(w * d[[answered]], fifth, sum) / tapply(w, fifth, sum)
  grouped <- ifelse(d[[answered]] == 1, w / rate[fifth], 0)
  add(id, "response_propensity",
    list(
      chances10 = head(p, 10), weights_sum = sum(own), weights_max = max(own), weights10 = head(own, 10),
      n_eff = sum(own)^2 / sum(own^2), representativity = 1 - 2 * sqrt(mean((p - mean(p))^2)),
      fifths_rates = unname(rate), fifths_people = as.integer(table(fifth)),
      fifths_sum = sum(grouped), fifths_max = max(grouped), n = nrow(d)
    ),
    list(abs = 1e-10, rel = 1e-8),
    dataset = from(file), columns = c(list(answered = answered, covariates = covariates), if (!is.null(base)) list(base = base))
  )
}
propensity("propensity_alumni", "alumni_sim.csv", "employed", c("gpa", "first_gen", "female", "career_visits", "mobility"))
propensity("propensity_alumni_weighted", "alumni_sim.csv", "employed", c("gpa", "mobility"), "weight")
propensity("propensity_births", "birthwt.csv", "low", c("age", "lwt", "smoke", "ht"))

# Counts and ordered answers under a survey design.
designed <- function(d, columns) {
  one_sided <- function(name) if (is.null(columns[[name]])) NULL else reformulate(columns[[name]])
  svydesign(
    ids = if (is.null(columns$cluster)) ~1 else one_sided("cluster"),
    strata = one_sided("strata"), weights = one_sided("weight"), fpc = one_sided("fpc"),
    data = d, nest = TRUE
  )
}
survey_counts <- function(id, file, columns) {
  d <- na.omit(read(file)[unlist(columns)])
  fit <- svyglm(reformulate(columns$predictors, columns$y), designed(d, columns),
    family = quasipoisson(), control = list(epsilon = 1e-14, maxit = 100))
  rows <- coef(summary(fit))
  add(id, "survey_poisson",
    list(
      estimate = unname(rows[, 1]), se = unname(rows[, 2]), p = unname(rows[, 4]),
      df = fit$df.residual, n = nrow(d)
    ),
    list(abs = 1e-10, rel = 1e-7, fields = list(p = list(rel = 1e-6))),
    dataset = from(file), columns = columns
  )
}
survey_counts("counts_alumni_weighted", "alumni_sim.csv",
  list(y = "career_visits", predictors = c("gpa", "first_gen", "female"), weight = "weight"))
survey_counts("counts_alumni_strata_clusters", "alumni_sim.csv",
  list(y = "career_visits", predictors = c("gpa", "internship"), weight = "weight", strata = "cohort", cluster = "major"))
survey_counts("counts_schools", "apistrat.csv",
  list(y = "emer", predictors = c("meals", "ell"), weight = "pw", strata = "stype", fpc = "fpc"))

survey_ordered <- function(id, file, columns) {
  d <- na.omit(read(file)[unlist(columns)])
  d$answer <- factor(d[[columns$y]])
  design <- designed(d, columns)
  k <- length(columns$predictors) + nlevels(d$answer) - 1
  # The information is taken numerically: steps of 1e-4 leave seven digits of it.
  tight <- list(reltol = 1e-16, maxit = 1000, ndeps = rep(1e-4, k))
  fit <- svyolr(reformulate(columns$predictors, "answer"), design, control = tight)
  se <- sqrt(diag(fit$var))
  slopes <- seq_along(columns$predictors)
  add(id, "survey_ordered_logit",
    list(
      estimate = unname(fit$coefficients), se = unname(se[slopes]), cutpoints = unname(fit$zeta),
      cutpoint_se = unname(se[-slopes]), df = fit$df.residual, n = nrow(d)
    ),
    list(abs = 1e-6, rel = 1e-5),
    dataset = from(file), columns = columns
  )
}
survey_ordered("ordered_alumni_weighted", "alumni_sim.csv",
  list(y = "satisfaction", predictors = c("internship", "gpa", "first_gen"), weight = "weight"))
survey_ordered("ordered_alumni_strata_clusters", "alumni_sim.csv",
  list(y = "recommend", predictors = c("research", "gpa"), weight = "weight", strata = "cohort", cluster = "major"))

# Correlations behind answers of mixed levels, pair by pair. lavaan's polyserial search sometimes ends 1e-5 short, and of
# skewed numbers at its start; so one case has ordered answers only.
latent <- function(id, file, ordered, numbers = NULL) {
  d <- na.omit(read(file)[c(numbers, ordered)])
  d[numbers] <- scale(d[numbers])
  R <- unclass(lavCor(d, ordered = ordered, se = "none", estimator = "none"))
  add(id, "latent_correlations",
    list(lower = R[lower.tri(R)], n = nrow(d)),
    list(abs = if (is.null(numbers)) 1e-7 else 2e-5),
    dataset = from(file),
    columns = c(if (!is.null(numbers)) list(numbers = numbers), list(ordered = ordered))
  )
}
latent("latent_alumni", "alumni_sim.csv",
  c("satisfaction", "recommend", "hol1", "sfi2", "internship", "first_gen"), c("gpa", "mobility"))
latent("latent_bfi", "bfi.csv", c("A2", "E4", "N1", "gender", "education"))

writeLines(
  c(
    paste0(
      '{"set": "further", "schema_version": 1, "generated_with": "',
      R.version.string, ", lavaan ", packageVersion("lavaan"), ", metafor ", packageVersion("metafor"),
      ", survey ", packageVersion("survey"), '", "cases": ['
    ),
    paste0(sapply(cases, toJSON, auto_unbox = TRUE, digits = I(12), na = "null"),
      c(rep(",", length(cases) - 1), "")),
    "]}"
  ),
  "cases.json"
)
