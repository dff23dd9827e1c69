# The whole ranking as somebody who knows R well would write it: FILE ROWS COLUMNS REPLICATES SHUFFLES solves|arrays
# Importance takes the gains of all subsets of a covariance matrix: by "solves" as relaimpo and its kin do it, a small
# solve per subset, or by "arrays", all subsets as one array, which is as fast as we could make R. Which columns are in
# which subset, and how much each gain counts, is worked out once for all replicates.
# Prints milliseconds of everything but the draws, of REPLICATES bootstrap draws, of SHUFFLES per experience; then
# importance, differences and their p after Holm.
args <- commandArgs(TRUE)
size <- as.integer(args[2:3])
draws <- as.integer(args[4])
shuffles <- as.integer(args[5])
has <- function(package) requireNamespace(package, quietly = TRUE)
invisible(c(has("boot"), has("lavaan")))
file <- matrix(readBin(args[1], "double", prod(size)), size[1])
file[is.nan(file)] <- NA
level <- c("interval", rep(c("binary", "count", "ordinal"), 5), "interval", "binary", "ordinal", "nominal", "binary")
experiences <- 2:16
p <- length(experiences)
clock <- function() 1000 * proc.time()[["elapsed"]]
from <- clock()

# ---- Preparation
dummies <- function(x) outer(x, sort(unique(x))[-1], "==") + 0
on_scale <- function(x, level) switch(level, count = log1p(x), binary = as.numeric(x == max(x, na.rm = TRUE)), x)
among <- function(people) {
  own <- Map(function(j, level) if (level == "nominal") dummies(people[, j]) else cbind(on_scale(people[, j], level)),
             seq_along(level), level)
  list(y = own[[1]], x = do.call(cbind, own[experiences]), z = do.call(cbind, own[-c(1, experiences)]))
}
step_of <- function(x) {
  x <- sort(x)
  last <- length(x) - 1
  ends <- x[c(floor(last / 4), ceiling(3 * last / 4)) + 1]
  if (ends[1] < ends[2]) return(ends)
  above <- x[x > ends[1]]
  c(ends[1], above[ceiling(length(above) / 2)])
}
kept <- file[complete.cases(file), ]
n <- nrow(kept)
parts <- among(kept)
data <- cbind(parts$y, parts$x, parts$z)

# ---- Importance: LMG of the experiences beyond the covariates
subsets <- lapply(seq_len(2^p - 1), function(s) which(bitwAnd(s, bitwShiftL(1L, 0:(p - 1))) > 0))
bits <- sapply(0:(p - 1), function(b) bitwAnd(0:(2^p - 1), bitwShiftL(1L, b)) > 0)
sizes <- rowSums(bits)
chance <- factorial(0:p) * factorial(p - 1 - pmin(0:p, p - 1)) / factorial(p)
counts_for <- sapply(seq_len(p), function(j)
  ifelse(bits[, j], chance[pmax(sizes, 1)], -chance[pmin(sizes + 1, p)]))
gains <- list(
  solves = function(s) c(0, vapply(subsets, function(inside)
    sum(s[1 + inside, 1] * solve.default(s[1 + inside, 1 + inside, drop = FALSE], s[1 + inside, 1])), 0)),
  # Eliminates the experiences one after the other; every elimination doubles the matrices, without it and with it.
  arrays = function(s) {
    total <- s[1, 1]
    own <- c(1, (p + 1):2)
    s <- array(s[own, own], c(p + 1, p + 1, 1))
    for (k in (p + 1):2) {
      kept <- seq_len(k - 1)
      along <- matrix(s[kept, k, ], k - 1)
      without <- s[kept, kept, , drop = FALSE]
      products <- along[rep(kept, k - 1), ] * along[rep(kept, each = k - 1), ] * rep(1 / s[k, k, ], each = (k - 1)^2)
      s <- array(c(without, c(without) - c(products)), c(k - 1, k - 1, 2 * dim(s)[3]))
    }
    total - as.vector(s)
  })
gain_of <- gains[[args[6]]]
lmg_of <- function(s, covariates = (p + 2):ncol(s)) {
  total <- s[1, 1]
  own <- seq_len(p + 1)
  s <- s[own, own] - s[own, covariates] %*% solve(s[covariates, covariates], s[covariates, own])
  drop(crossprod(counts_for, gain_of(s))) / total
}
everybody <- cov(data)
lmg <- lmg_of(everybody)

# ---- Evidence: one model of everything, HC3, Holm, robustness values, joint test, inflation
x <- cbind(1, data[, -1])
fit <- lm.fit(x, data[, 1])
bread <- chol2inv(qr.R(fit$qr))
h <- rowSums(qr.Q(fit$qr)^2)
influence <- (x %*% bread) * (fit$residuals / (1 - h))
steps <- sapply(seq_len(p), function(j) {
  ends <- step_of(kept[, experiences[j]])
  if (level[experiences[j]] == "count") diff(log1p(ends)) else diff(ends)
})
at <- 1 + seq_len(p)
df <- n - ncol(x)
differences <- fit$coefficients[at] * steps
squares <- influence[, at]^2
errors <- sqrt(colSums(squares)) * steps
t <- differences / errors
# Satterthwaite's degrees of freedom of each error.
df_of_error <- pmin(df, 3 * colSums(squares)^2 / colSums(squares^2) - 2)
p_holm <- p.adjust(2 * pt(-abs(t), df_of_error), "holm")
limits <- differences + qt(0.975, df_of_error) * outer(errors, c(-1, 1))
f <- abs(t) / sqrt(df)
robustness <- (sqrt(f^4 + 4 * f^2) - f^2) / 2
inflation <- diag(solve(cor(data[, -1])))[seq_len(p)]
raw <- sapply(seq_len(p), function(j) cov(data[, 1 + j], data[, 1]) / var(data[, 1 + j]) * steps[j])
given <- cbind(1, data[, -(1:(p + 1))])
scores <- lm.fit(given, data[, at])$residuals * lm.fit(given, data[, 1])$residuals
joint <- sum(colSums(scores) * solve(crossprod(scores) * n / (n - 1), colSums(scores)))
joint_p <- pf(joint * (n - p) / (p * (n - 1)), p, n - p, lower.tail = FALSE)

# ---- Stress test: Johnson's weights, latent correlations, everybody by EM, a covariate less
johnson <- function(s) {
  own <- seq_len(p + 1)
  z <- (p + 2):ncol(s)
  s <- cov2cor(s[own, own] - s[own, z] %*% solve(s[z, z], s[z, own]))
  e <- eigen(s[-1, -1], symmetric = TRUE)
  root <- e$vectors %*% (sqrt(e$values) * t(e$vectors))
  drop(root^2 %*% solve(root, s[-1, 1])^2)
}
em <- function(x) {
  mean <- colMeans(x, na.rm = TRUE)
  s <- cov(x, use = "pairwise")
  patterns <- split(seq_len(nrow(x)), apply(is.na(x), 1, function(gone) paste(which(gone), collapse = " ")))
  for (round in 1:100) {
    filled <- x
    extra <- matrix(0, ncol(x), ncol(x))
    for (rows in patterns) {
      gone <- is.na(x[rows[1], ])
      if (!any(gone)) next
      slope <- solve(s[!gone, !gone], s[!gone, gone, drop = FALSE])
      filled[rows, gone] <- sweep(sweep(x[rows, !gone, drop = FALSE], 2, mean[!gone]) %*% slope, 2, mean[gone], "+")
      extra[gone, gone] <- extra[gone, gone] + length(rows) * (s[gone, gone] - s[gone, !gone] %*% slope)
    }
    mean <- colMeans(filled)
    now <- (crossprod(sweep(filled, 2, mean)) + extra) / nrow(x)
    off <- max(abs(now - s) / sqrt(outer(diag(s), diag(s))))
    s <- now
    if (off < 1e-8) break
  }
  s
}
with_holes <- among(file)
checks <- list(johnson(everybody), lmg_of(em(cbind(with_holes$y, with_holes$x, with_holes$z))))
for (left_out in list(1, 2, 3, 4:8, 9))
  checks <- c(checks, list(lmg_of(everybody, (p + 1 + seq_len(ncol(parts$z)))[-left_out])))
if (has("lavaan")) {
  named <- as.data.frame(data)
  ordered <- names(named)[c(1 + which(level[experiences] != "count"))]
  checks <- c(checks, list(lmg_of(unclass(lavaan::lavCor(named, ordered = ordered)))))
}
unchanged <- sum(sapply(checks, function(one) setequal(order(-one)[1:3], order(-lmg)[1:3])))
rest <- clock() - from

# ---- Replicates: intervals, rank sets (Mogstad, Romano, Shaikh & Wilhelm 2024)
set.seed(1)
from <- clock()
replicate_of <- function(data, rows) lmg_of(cov(data[rows, ]))
theta <- if (has("boot")) boot::boot(data, replicate_of, R = draws)$t else
  t(replicate(draws, replicate_of(data, sample.int(n, replace = TRUE))))
intervals <- apply(theta, 2, quantile, c(0.025, 0.975))
spread <- cov(theta)
pairs <- subset(expand.grid(i = seq_len(p), j = seq_len(p)), i != j)
s <- sqrt(diag(spread)[pairs$i] + diag(spread)[pairs$j] - 2 * spread[cbind(pairs$i, pairs$j)])
centred <- sweep(theta, 2, colMeans(theta))
largest <- apply(sweep(centred[, pairs$i] - centred[, pairs$j], 2, s, "/"), 1, max)
above <- (lmg[pairs$i] - lmg[pairs$j]) / s > quantile(largest, 0.95)
rank_low <- 1 + tabulate(pairs$j[above], p)
rank_high <- p - tabulate(pairs$i[above], p)
resampled <- clock() - from

# ---- Noise mark: each experience shuffled among the people
from <- clock()
noise <- sapply(seq_len(p), function(j) quantile(replicate(shuffles, {
  shuffled <- data
  shuffled[, 1 + j] <- sample(data[, 1 + j])
  lmg_of(cov(shuffled))[j]
}), 0.95))
cat(rest, resampled, clock() - from, format(c(lmg, differences, p_holm), digits = 15))
