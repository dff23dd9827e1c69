/** A matrix of correlations against the matrix products it takes elsewhere, and against R. */
import type { Figure } from "../alternate.ts";
import { contest } from "./contest.ts";
import { besides, peer, type PeerRun } from "./peers.ts";

interface Against {
  /** The people, as `withFile` writes them. */
  readonly file: string;
  readonly rows: number;
  readonly columns: number;
  /** How many times as fast we want to be. */
  readonly targets: { readonly numpy: number; readonly r: number };
}

export const againstProducts = async (
  ours: () => PeerRun,
  { file, rows, columns, targets }: Against,
): Promise<Figure[]> => [
  ...(await besides("NumPy", () =>
    contest(
      ours,
      {
        name: "NumPy on OpenBLAS, four masked products",
        run: () => peer("gemm.py", [file, rows, columns]),
      },
      { target: targets.numpy, tolerance: 1e-7, rounds: 5 },
    ),
  )),
  ...(await besides("R", () =>
    contest(
      ours,
      { name: "R cor", run: () => peer("cor.R", [file, rows, columns, "pearson"]) },
      { target: targets.r, tolerance: 1e-7, rounds: 2 },
    ),
  )),
];
