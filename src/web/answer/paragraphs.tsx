/** Plain words of an instrument: an empty line begins a paragraph. */
import type { FC } from "hono/jsx";

export const Paragraphs: FC<{ readonly text: string }> = ({ text }) => (
  <>
    {text
      .split(/\n\s*\n/)
      .filter((part) => part.trim() !== "")
      .map((part) => (
        <p>{part.trim()}</p>
      ))}
  </>
);
