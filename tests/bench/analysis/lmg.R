# LMG by its definition: the gain of every subset by a solve, then the weighted sums: FILE PREDICTORS
args <- commandArgs(TRUE)
p <- as.integer(args[2])
r <- matrix(readBin(args[1], "double", (p + 1)^2), p + 1)
# Time by the clock, and processor time.
spent <- function() 1000 * c(proc.time()[[3]], sum(proc.time()[1:2]))
from <- spent()
gain <- numeric(2^p)
bits <- bitwShiftL(1L, 0:(p - 1))
for (s in seq_len(2^p - 1)) {
  inside <- which(bitwAnd(s, bits) > 0)
  v <- r[inside, p + 1]
  gain[s + 1] <- sum(v * solve(r[inside, inside, drop = FALSE], v))
}
sizes <- integer(2^p)
for (b in bits) sizes <- sizes + (bitwAnd(0:(2^p - 1), b) > 0)
lmg <- sapply(bits, function(b) {
  without <- which(bitwAnd(0:(2^p - 1), b) == 0)
  chance <- factorial(sizes[without]) * factorial(p - sizes[without] - 1) / factorial(p)
  sum(chance * (gain[without + b] - gain[without]))
})
cat(paste(spent() - from, collapse = ":"), format(lmg, digits = 15))
