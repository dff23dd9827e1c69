/** Names in conditions and in words. */
import type { Expression } from "./expression.ts";

/** The item that a name belongs to: "skills" for "skills.writing", "field" for "field-Comment". */
export function itemOf(name: string): string {
  const [item] = name.split(".", 1);
  return item!.endsWith(comment) ? item!.slice(0, -comment.length) : item!;
}

/** Items whose answers an expression looks at, each once, in the order of the text. */
export const itemsIn = (tree: Expression): readonly string[] => [
  ...new Set(namesIn(tree).map(itemOf)),
];

/** Every name in an expression, as written, each once. */
export const namesIn = (tree: Expression): readonly string[] => [...new Set(named(tree))];

function named(tree: Expression): readonly string[] {
  switch (tree.kind) {
    case "name":
      return [tree.name];
    case "value":
      return [];
    case "unary":
      return named(tree.of);
    case "binary":
      return [...named(tree.left), ...named(tree.right)];
    case "list":
    case "call":
      return tree.of.flatMap(named);
  }
}

const comment = "-Comment";
