# Makes under-design.json: what a screening must say of the Academic Performance Index samples (package survey) under
# their designs. Rscript under-design.R, in this folder. Variances come from survey's svyvar, svyglm and svytotal.
suppressMessages({
  library(jsonlite)
  library(survey)
})
options(survey.lonely.psu = "adjust")
read <- function(file) read.csv(file.path("../../reference/corpus/data", file))
confidence <- 0.95

on_fishers_scale <- function(r, se, df) {
  half <- qt((1 + confidence) / 2, df) * se / (1 - r^2)
  t <- atanh(r) * (1 - r^2) / se
  list(value = r, low = tanh(atanh(r) - half), high = tanh(atanh(r) + half), p = 2 * pt(-abs(t), df))
}

# Correlation and its delta-method error from the variances and covariance.
correlation <- function(x, y, design, lost = 0) {
  design <- update(design, x = x, y = y)
  v <- svyvar(~ x + y, design)
  s <- as.matrix(v)
  V <- attr(v, "var")[c(1, 2, 4), c(1, 2, 4)]
  r <- s[1, 2] / sqrt(s[1, 1] * s[2, 2])
  g <- c(-r / (2 * s[1, 1]), 1 / sqrt(s[1, 1] * s[2, 2]), -r / (2 * s[2, 2]))
  on_fishers_scale(r, sqrt(drop(g %*% V %*% g)), degf(design) - lost)
}

partial <- function(x, y, covariates, design) {
  with_sides <- update(design, side_x = x, side_y = y)
  left <- function(side) {
    residuals(svyglm(reformulate(covariates, side), with_sides), type = "response")
  }
  correlation(left("side_x"), left("side_y"), design, lost = length(covariates))
}

mean_difference <- function(group, y, design) {
  fit <- svyglm(y ~ group, update(design, group = group, y = y))
  value <- unname(coef(fit)[2])
  se <- unname(SE(fit)[2])
  half <- qt((1 + confidence) / 2, degf(design)) * se
  list(value = value, low = value - half, high = value + half, p = 2 * pt(-abs(value / se), degf(design)))
}

log_odds_ratio <- function(x, y, design) {
  fit <- svyglm(y ~ x, update(design, x = x, y = y), family = quasibinomial(), epsilon = 1e-12)
  value <- unname(coef(fit)[2])
  half <- qt((1 + confidence) / 2, degf(design)) * unname(SE(fit)[2])
  list(value = value, low = value - half, high = value + half, p = correlation(x, y, design)$p)
}

# Covariance of the totals of some columns of scores.
covariance <- function(scores, design) {
  design$variables <- as.data.frame(scores)
  vcov(svytotal(reformulate(names(design$variables)), design))
}

# Quasi-score test of equal means (Rao, Scott & Skinner 1998) with the F of Korn & Graubard 1990.
eta <- function(group, y, design) {
  w <- weights(design)
  groups <- sort(unique(group))
  share <- sapply(groups, function(g) sum(w[group == g]) / sum(w))
  e <- y - sum(w * y) / sum(w)
  scores <- sapply(seq_along(groups), function(g) e * ((group == groups[g]) - share[g]))
  colnames(scores) <- paste0("s", seq_along(groups))
  U <- colSums(w * scores)[-1]
  q <- length(U)
  d <- degf(design)
  x2 <- drop(U %*% solve(covariance(scores, design)[-1, -1], U))
  means <- sapply(groups, function(g) weighted.mean(y[group == g], w[group == g]))
  between <- sum(share * (means - weighted.mean(y, w))^2)
  list(
    value = sqrt(between / weighted.mean(e^2, w)),
    p = pf(x2 * (d - q + 1) / (q * d), q, d - q + 1, lower.tail = FALSE)
  )
}

# Rao & Scott 1984, second order, the moments of the eigenvalues from trace and squared norm under no association.
cramers_v <- function(x, y, design) {
  w <- weights(design) / sum(weights(design))
  shares <- tapply(w, list(x, y), sum, default = 0)
  rows <- rowSums(shares)
  columns <- colSums(shares)
  i <- match(x, names(rows))
  j <- match(y, names(columns))
  cells <- expand.grid(i = seq_along(rows), j = seq_along(columns))
  scores <- mapply(function(a, b) {
    ((i == a) - rows[a]) * ((j == b) - columns[b]) / sqrt(rows[a] * columns[b])
  }, cells$i, cells$j)
  colnames(scores) <- paste0("s", seq_len(ncol(scores)))
  V <- covariance(scores, design) / sum(weights(design))^2
  n <- length(x)
  x2 <- n * sum((shares - outer(rows, columns))^2 / outer(rows, columns))
  nu <- sum(diag(V))^2 / sum(V^2)
  list(p = pf(x2 / (n * sum(diag(V))), nu, nu * degf(design), lower.tail = FALSE))
}

strat <- read("apistrat.csv")
clus <- read("apiclus1.csv")
both <- na.omit(clus[c("stype", "dnum", "pw", "api00", "avg_ed", "meals")])
single <- strat[strat$stype != "H" | !duplicated(strat$stype), ]
designs <- list(
  strata = svydesign(~1, strata = ~stype, weights = ~pw, fpc = ~fpc, data = strat),
  clusters = svydesign(~dnum, weights = ~pw, fpc = ~fpc, data = clus),
  "clusters in strata" = svydesign(~dnum, strata = ~stype, weights = ~pw, nest = TRUE, data = clus),
  "a stratum of one" = svydesign(~1, strata = ~stype, weights = ~pw, fpc = ~fpc, data = single)
)
cases <- list()
for (name in names(designs)) {
  design <- designs[[name]]
  d <- design$variables
  yes <- function(column) as.numeric(d[[column]] == "Yes")
  covariates <- c("ell", "mobility")
  cases[[name]] <- list(
    df = degf(design),
    pearson = correlation(d$meals, d$api00, design),
    point_biserial = correlation(yes("awards"), d$api00, design),
    phi = correlation(yes("awards"), yes("yr_rnd"), design),
    mean_difference = mean_difference(yes("awards"), d$api00, design),
    odds_ratio = log_odds_ratio(yes("awards"), yes("yr_rnd"), design),
    partial = partial(d$meals, d$api00, covariates, design),
    eta = eta(d$stype, d$api00, design),
    cramers_v = cramers_v(d$stype, yes("awards"), design)
  )
}
# People without an answer take their units with them: the design is that of the complete people.
cases[["clusters in strata"]]$incomplete <- correlation(
  both$avg_ed, both$api00,
  svydesign(~dnum, strata = ~stype, weights = ~pw, nest = TRUE, data = both)
)
write(toJSON(cases, auto_unbox = TRUE, digits = NA, pretty = TRUE), "under-design.json")
