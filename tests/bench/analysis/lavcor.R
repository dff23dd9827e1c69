# Polychoric correlations by lavaan: FILE ROWS COLUMNS
args <- commandArgs(TRUE)
size <- as.integer(args[2:3])
people <- as.data.frame(matrix(readBin(args[1], "double", prod(size)), size[1]))
people[] <- lapply(people, ordered)
invisible(loadNamespace("lavaan"))
# Time by the clock, and processor time.
spent <- function() 1000 * c(proc.time()[[3]], sum(proc.time()[1:2]))
from <- spent()
r <- lavaan::lavCor(people, ordered = names(people), missing = "pairwise", output = "cor")
ms <- paste(spent() - from, collapse = ":")
r <- unclass(r)
cat(ms, format(r[lower.tri(r)], digits = 15))
