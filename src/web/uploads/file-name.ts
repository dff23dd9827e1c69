/** What a file is called here: the last part of what its sender called it, without what could mislead or hide. */
export function fileName(sent: string): string {
  const last = sent.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const visible = last.replace(hidden, "").replace(/\s+/g, " ").trim().replace(/^\.+/, "");
  return shortened(visible) || "file.csv";
}

/** Long names keep their ending. */
function shortened(name: string): string {
  const characters = [...name];
  if (characters.length <= longest) return name;
  return `${characters.slice(0, longest - 16).join("")}…${characters.slice(-15).join("")}`;
}

const longest = 100;
/** Controls, line and paragraph separators, direction overrides, zero-width characters; and what shells and headers trip over. */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}<>:"|?*]/gu;
