# Pairwise correlations by R's own cor: FILE ROWS COLUMNS METHOD
args <- commandArgs(TRUE)
size <- as.integer(args[2:3])
people <- matrix(readBin(args[1], "double", prod(size)), size[1])
people[is.nan(people)] <- NA
# Time by the clock, and processor time.
spent <- function() 1000 * c(proc.time()[[3]], sum(proc.time()[1:2]))
from <- spent()
r <- cor(people, use = "pairwise", method = args[4])
cat(paste(spent() - from, collapse = ":"), format(sum(r[lower.tri(r, TRUE)]), digits = 15))
