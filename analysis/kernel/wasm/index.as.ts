export {
  span,
  pack,
  packNarrow,
  count,
  sum,
  countsByX,
  countsByY,
  sumsByX,
  sumsByY,
} from "./counts.as";
export { products, wholeProducts, totals, sumsOver, overlaps } from "./products.as";
export { survey, layOut, weigh } from "./panels.as";
export { draw } from "./draws.as";
