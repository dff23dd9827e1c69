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
from <- proc.time()[["elapsed"]]
drawn <- boot::boot(people, ranks, R = as.integer(args[4]))
limits <- apply(drawn$t, 2, quantile, c(0.025, 0.975))
ms <- 1000 * (proc.time()[["elapsed"]] - from)
cat(ms, drawn$t0)
