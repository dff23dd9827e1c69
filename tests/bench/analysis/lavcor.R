# Polychoric correlations by lavaan: FILE ROWS COLUMNS
args <- commandArgs(TRUE)
size <- as.integer(args[2:3])
people <- as.data.frame(matrix(readBin(args[1], "double", prod(size)), size[1]))
people[] <- lapply(people, ordered)
invisible(loadNamespace("lavaan"))
from <- proc.time()[["elapsed"]]
r <- lavaan::lavCor(people, ordered = names(people), missing = "pairwise", output = "cor")
ms <- 1000 * (proc.time()[["elapsed"]] - from)
r <- unclass(r)
cat(ms, format(r[lower.tri(r)], digits = 15))
