# Bootstrap of the ranks of |r| with the last column: FILE ROWS COLUMNS REPLICATES
args <- commandArgs(TRUE)
size <- as.integer(args[2:3])
people <- matrix(readBin(args[1], "double", prod(size)), size[1])
people[is.nan(people)] <- NA
invisible(loadNamespace("boot"))
last <- size[2]
ranks <- function(data, rows)
  rank(-abs(cor(data[rows, -last], data[rows, last], use = "pairwise")))
set.seed(1)
# Time by the clock, and processor time.
spent <- function() 1000 * c(proc.time()[[3]], sum(proc.time()[1:2]))
from <- spent()
drawn <- boot::boot(people, ranks, R = as.integer(args[4]))
limits <- apply(drawn$t, 2, quantile, c(0.025, 0.975))
ms <- paste(spent() - from, collapse = ":")
cat(ms, drawn$t0)
