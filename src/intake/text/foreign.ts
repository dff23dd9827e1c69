/** Files that are no text tables, told by their first bytes: what they look like and what to do. */

interface Foreign {
  readonly looks: string;
  readonly next: string;
}

/** What the file seems to be instead of a text table; undefined where nothing speaks against one. */
export function foreignFormat(head: Buffer): Foreign | undefined {
  const text = head.toString("latin1");
  const start = text.trimStart().slice(0, 64).toLowerCase();
  return signatures.find(
    ({ begins, holds = "" }) =>
      (text.startsWith(begins) || start.startsWith(begins)) && text.includes(holds),
  );
}

/** Text has no NULs, damaged text a few; what has many, or one among many control characters, is something else. */
export function binaryFormat(head: Buffer): Foreign | undefined {
  let [nuls, controls] = [0, 0];
  for (const byte of head) {
    if (byte === 0) nuls++;
    if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d)) controls++;
  }
  return nuls * 100 > head.length || (nuls > 0 && controls * 20 > head.length) ? binary : undefined;
}

const binary: Foreign = {
  looks: "a binary file",
  next: "Export the data as CSV UTF-8 from the program that made it.",
};
const save = (program: string) => `Open it in ${program} and save it as CSV UTF-8.`;
const excel: Foreign = { looks: "an Excel workbook", next: save("Excel") };
const page: Foreign = {
  looks: "a web page",
  next: "Download the file again: a page, perhaps a login, came in its place.",
};
const json: Foreign = { looks: "JSON", next: "Export the data as CSV UTF-8 instead." };
const packed: Foreign = {
  looks: "a compressed archive",
  next: "Unpack it and give the file inside.",
};
const zip = "PK\x03\x04";

/** The first that fits decides. `begins` in small letters is looked for in any case and behind spaces. */
const signatures: readonly (Foreign & { readonly begins: string; readonly holds?: string })[] = [
  { begins: zip, holds: "word/", looks: "a Word document", next: save("a spreadsheet program") },
  { begins: zip, holds: "opendocument", looks: "an OpenDocument file", next: save("LibreOffice") },
  { begins: zip, holds: "xl/", ...excel },
  { begins: zip, holds: "[Content_Types].xml", ...excel },
  { begins: zip, ...packed },
  { begins: "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ...excel },
  { begins: "$FL2", looks: "an SPSS file", next: save("SPSS") },
  { begins: "$FL3", looks: "a compressed SPSS file", next: save("SPSS") },
  { begins: "<stata_dta>", looks: "a Stata file", next: save("Stata") },
  { begins: "%PDF-", looks: "a PDF", next: "Ask for the data behind it as CSV UTF-8." },
  { begins: "{\\rtf", looks: "a rich text document", next: "Save it as plain text in UTF-8." },
  { begins: "PAR1", holds: "\0", looks: "a Parquet file", next: "Export the data as CSV UTF-8." },
  { begins: "\x1f\x8b", ...packed },
  { begins: "7z\xbc\xaf", ...packed },
  { begins: "\xff\xfe\0\0", looks: "UTF-32 text", next: "Save it as UTF-8." },
  { begins: "\0\0\xfe\xff", looks: "UTF-32 text", next: "Save it as UTF-8." },
  { begins: "<!doctype html", ...page },
  { begins: "<html", ...page },
  { begins: "<?xml", looks: "XML", next: "Export the data as CSV UTF-8 instead." },
  { begins: '{"', ...json },
  { begins: "[{", ...json },
  { begins: "\x89PNG", ...binary, looks: "an image" },
  { begins: "\xff\xd8\xff", ...binary, looks: "an image" },
];
