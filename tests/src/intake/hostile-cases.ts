/** Files as they should not be, and what a person is told of each. Made here, so that none lies about as a file. */

export interface HostileCase {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Where the file is refused: code, line and column of each error, in order. */
  readonly errors?: readonly (readonly [code: string, line?: number, column?: string])[];
  /** Where it is read: the header and all rows, ... */
  readonly cells?: readonly (readonly string[])[];
  /** ... the lines they start on, where these are not 2, 3, 4 ..., */
  readonly lines?: readonly number[];
  /** ... and code and line of each warning and note. */
  readonly remarks?: readonly (readonly [code: string, line?: number])[];
  /** Words of the refusal, or of what to do next. */
  readonly says?: readonly string[];
}

const utf8 = (text: string) => Buffer.from(text);
const latin1 = (text: string) => Buffer.from(text, "latin1");
const utf16 = (text: string) => Buffer.from(text, "utf16le");
const utf16be = (text: string) => utf16(text).swap16();
const repeated = (text: string, times: number) => utf8(text.repeat(times));

const ab = [
  ["a", "b"],
  ["1", "2"],
] as const;

export const hostileCases: readonly HostileCase[] = [
  // Nothing to read
  { name: "empty", bytes: utf8(""), errors: [["empty-file"]] },
  { name: "a byte-order mark and nothing else", bytes: utf8("\ufeff"), errors: [["empty-file"]] },
  {
    name: "only blank lines",
    bytes: utf8("\n\r\n\n"),
    errors: [["empty-file"]],
    says: ["only blank lines"],
  },
  { name: "only a header", bytes: utf8("a,b\n"), errors: [["no-rows"]] },
  { name: "only a header, without line end", bytes: utf8("a,b"), errors: [["no-rows"]] },
  { name: "one character", bytes: utf8("x"), errors: [["no-rows"]] },
  {
    name: "a header of nothing but delimiters",
    bytes: utf8(",,,\n1,2,3,4\n"),
    errors: [["unnamed-column", 1]],
  },

  // Not a table
  {
    name: "an Excel workbook",
    bytes: Buffer.concat([
      latin1("PK\x03\x04\x14\0\x06\0\b\0\0\0!\0"),
      utf8("[Content_Types].xml"),
      Buffer.alloc(900),
    ]),
    errors: [["not-a-table"]],
    says: ["looks like an Excel workbook", "save it as CSV UTF-8"],
  },
  {
    name: "an old Excel workbook",
    bytes: Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(500)]),
    errors: [["not-a-table"]],
    says: ["Excel workbook"],
  },
  {
    name: "a ZIP archive",
    bytes: Buffer.concat([latin1("PK\x03\x04\x14\0"), utf8("data.csv"), Buffer.alloc(90, 7)]),
    errors: [["not-a-table"]],
    says: ["archive", "Unpack it"],
  },
  {
    name: "an SPSS file",
    bytes: Buffer.concat([utf8("$FL2@(#) SPSS DATA FILE"), Buffer.alloc(300)]),
    errors: [["not-a-table"]],
    says: ["SPSS"],
  },
  {
    name: "a PDF",
    bytes: latin1("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"),
    errors: [["not-a-table"]],
    says: ["a PDF"],
  },
  {
    name: "a login page",
    bytes: utf8("\n<!DOCTYPE html>\n<title>Log in</title>"),
    errors: [["not-a-table"]],
    says: ["web page"],
  },
  {
    name: "a page behind a mark",
    bytes: utf8("\ufeff<html><body>"),
    errors: [["not-a-table"]],
    says: ["web page"],
  },
  { name: "JSON", bytes: utf8('[{"id":1},{"id":2}]'), errors: [["not-a-table"]], says: ["JSON"] },
  {
    name: "gzip",
    bytes: Buffer.from("1f8b0800000000000003", "hex"),
    errors: [["not-a-table"]],
    says: ["Unpack"],
  },
  {
    name: "noise",
    bytes: Uint8Array.from({ length: 5000 }, (_, index) => (index * index * 31) & 0xff),
    errors: [["not-a-table"]],
    says: ["binary"],
  },
  {
    name: "every byte in turn",
    bytes: Uint8Array.from({ length: 5120 }, (_, index) => index & 0xff),
    errors: [["not-a-table"]],
    says: ["binary"],
  },
  {
    name: "UTF-32 without a mark",
    bytes: utf16(Array.from("a,b\n1,2\n", (character) => `${character}\0`).join("")),
    errors: [["not-a-table"]],
  },
  {
    name: "UTF-32",
    bytes: Buffer.from("fffe0000610000002c000000", "hex"),
    errors: [["not-a-table"]],
    says: ["UTF-32"],
  },

  // Rows that do not fit the header
  {
    name: "too many and too few cells",
    bytes: utf8("a,b\n1,2\n1,2,3\n1\n4,5\n"),
    errors: [
      ["ragged-row", 3],
      ["ragged-row", 4],
    ],
    says: ["2 problems; the first is on line 3: the row has 3 cells where the header has 2"],
  },
  {
    name: "a delimiter in a text without quotes",
    bytes: utf8("id,name\n1,Smith, Jane\n"),
    errors: [["ragged-row", 2]],
    says: ["in quotes"],
  },
  {
    name: "a delimiter at the end of every line",
    bytes: utf8("a,b,\n1,2,\n3,4,\n"),
    cells: [...ab, ["3", "4"]],
    remarks: [
      ["empty-extra-cells", 1],
      ["empty-extra-cells", 2],
    ],
  },
  {
    name: "a delimiter at the end of the rows only",
    bytes: utf8("a,b\n1,2,\n"),
    cells: ab,
    remarks: [["empty-extra-cells", 2]],
  },
  {
    name: "a delimiter at the end of the header only",
    bytes: utf8("a,b,\n1,2\n"),
    cells: ab,
    remarks: [["empty-extra-cells", 1]],
  },
  {
    name: "values in a column without name",
    bytes: utf8("a,b,\n1,2,\n3,4,5\n"),
    errors: [["ragged-row", 3]],
  },
  {
    name: "one digit more than there are columns",
    bytes: utf8("a,b,c\n1,2,3,\n1,2,3,4\n1,2,3,4,\n1,2,,4,\n"),
    errors: [
      ["ragged-row", 3],
      ["ragged-row", 4],
      ["ragged-row", 5],
    ],
  },
  {
    name: "a row of delimiters",
    bytes: utf8("a,b\n,\n1,2\n"),
    cells: [
      ["a", "b"],
      ["", ""],
      ["1", "2"],
    ],
  },
  {
    name: "more errors than are listed",
    bytes: utf8(`a,b\n${"1\n".repeat(250)}`),
    errors: [
      ...Array.from({ length: 100 }, (_, row) => ["ragged-row", row + 2] as const),
      ["more-errors"],
    ],
    says: ["250 problems"],
  },

  // Quotes
  {
    name: "a quote that is never closed",
    bytes: utf8('id,note\n1,fine\n2,"open\n3,fine\n4,fine\n'),
    errors: [["unclosed-quote", 3, "note"]],
    says: ["Close the quote"],
  },
  {
    name: "a quote left open, closed by the next one",
    bytes: utf8('id,note\n1,"open\n2,"closed"\n3,x\n'),
    errors: [["unclosed-quote", 2, "note"]],
  },
  {
    name: "text after a closing quote",
    bytes: utf8('id,note\n1,"a"b\n2,c\n'),
    errors: [["text-after-quote", 2, "note"]],
    says: ['""yes""'],
  },
  {
    name: "a quote not doubled",
    bytes: utf8('id,note\n1,"a "b" c"\n2,c\n'),
    errors: [["text-after-quote", 2, "note"]],
  },
  {
    name: "an open quote in the header",
    bytes: utf8('id,"note\n1,2\n'),
    errors: [["unclosed-quote", 1, "2"]],
  },
  {
    name: "a quote within a cell that starts without one",
    bytes: utf8('size,b\n5" pipe,2\n'),
    cells: [
      ["size", "b"],
      ['5" pipe', "2"],
    ],
  },
  {
    name: "a quote behind a space",
    bytes: utf8('a,b\n1, "2"\n'),
    cells: [
      ["a", "b"],
      ["1", ' "2"'],
    ],
  },
  {
    name: "spaces behind closing quotes",
    bytes: utf8('a,b\n"1" ,"2" \n'),
    cells: ab,
    remarks: [["spaces-behind-quote", 2]],
  },
  {
    name: "spaces behind the first quote and the last",
    bytes: utf8('"a" ,b\n1,"2" '),
    cells: ab,
    remarks: [["spaces-behind-quote", 1]],
  },
  { name: "a quoted number", bytes: utf8('"a","b"\n"1","2"\n'), cells: ab },
  {
    name: "a quote doubled once too often",
    bytes: utf8('a,b\n"""x""","y"""\n"","""""\n'),
    errors: [["unclosed-quote", 3, "b"]],
  },
  {
    name: "line ends of all kinds within quotes",
    bytes: utf8('a,b\n"1\n1","2\r\n2"\n"3\r3",4\n5,6\n'),
    cells: [
      ["a", "b"],
      ["1\n1", "2\r\n2"],
      ["3\r3", "4"],
      ["5", "6"],
    ],
    lines: [2, 5, 7],
  },
  {
    name: "an error behind quoted line ends",
    bytes: utf8('a,b\n"1\n\n1","2\r\n2"\n3\n'),
    errors: [["ragged-row", 6]],
  },
  {
    name: "a name with a line end",
    bytes: utf8('a,"b\nb"\n1,2\n'),
    cells: [
      ["a", "b\nb"],
      ["1", "2"],
    ],
    lines: [3],
  },

  // Names
  {
    name: "two columns of one name",
    bytes: utf8("id,q1,x,q1\n1,2,3,4\n"),
    errors: [["duplicate-column", 1, "q1"]],
    says: ["Columns 2 and 4"],
  },
  {
    name: "a column without name",
    bytes: utf8("id,,x\n1,2,3\n"),
    errors: [["unnamed-column", 1, "2"]],
  },
  {
    name: "names of rows as R writes them",
    bytes: utf8('"","mpg"\n"Mazda RX4",21\n'),
    cells: [
      ["row", "mpg"],
      ["Mazda RX4", "21"],
    ],
    remarks: [["named-column", 1]],
  },
  {
    name: "names that objects have",
    bytes: utf8("__proto__,constructor,hasOwnProperty\n__proto__,toString,1\n"),
    cells: [
      ["__proto__", "constructor", "hasOwnProperty"],
      ["__proto__", "toString", "1"],
    ],
  },
  {
    name: "numbers as header",
    bytes: utf8("10,20\n1,2\n"),
    cells: [
      ["10", "20"],
      ["1", "2"],
    ],
    remarks: [["numbers-as-names", 1]],
  },
  {
    name: "names that differ in case and spaces",
    bytes: utf8("a,A, a\n1,2,3\n"),
    cells: [
      ["a", "A", " a"],
      ["1", "2", "3"],
    ],
  },

  {
    name: "a name of 2 MB",
    bytes: Buffer.concat([utf8("a,"), Buffer.alloc(2e6, "x"), utf8("\n1,2\n")]),
    errors: [["name-too-long", 1, "2"]],
  },

  // Line ends
  { name: "CRLF", bytes: utf8("a,b\r\n1,2\r\n"), cells: ab },
  { name: "CR", bytes: utf8("a,b\r1,2\r"), cells: ab },
  { name: "no line end at the end", bytes: utf8("a,b\r\n1,2"), cells: ab },
  {
    name: "mixed line ends",
    bytes: utf8("a,b\n1,2\r\n3,4\r5,6\n"),
    cells: [...ab, ["3", "4"], ["5", "6"]],
    remarks: [["mixed-line-ends"]],
  },
  {
    name: "blank lines before, between and behind",
    bytes: utf8("\n\na,b\n\n1,2\n\n\n3,4\n\n"),
    cells: [...ab, ["3", "4"]],
    lines: [5, 8],
    remarks: [["blank-lines", 1]],
  },
  {
    name: "CR CR LF",
    bytes: utf8("a,b\r\r\n1,2\r\r\n"),
    cells: ab,
    lines: [3],
    remarks: [["blank-lines", 2], ["mixed-line-ends"]],
  },

  // Encodings
  { name: "a mark before a quoted header", bytes: utf8('\ufeff"a","b"\n1,2\n'), cells: ab },
  { name: "UTF-16 little end first, marked", bytes: utf16("\ufeffa,b\n1,2\n"), cells: ab },
  { name: "UTF-16 big end first, marked", bytes: utf16be("\ufeffa,b\n1,2\n"), cells: ab },
  { name: "UTF-16 little end first", bytes: utf16('"a";b\r\n1;2\r\n'), cells: ab },
  { name: "UTF-16 big end first", bytes: utf16be("a\tb\n1\t2\n"), cells: ab },
  {
    name: "half a character at the end of UTF-16",
    bytes: utf16("\ufeffa,b\n1,2\n").subarray(0, -1),
    errors: [["invalid-encoding", 2]],
  },
  {
    name: "a lone surrogate in UTF-16",
    bytes: utf16("\ufeffa,b\n1,2\n\ud800,4\n"),
    errors: [["invalid-encoding", 3]],
  },
  {
    name: "a lone surrogate in marked UTF-8",
    bytes: Buffer.concat([utf8("\ufeffa,b\n1,2\n"), Buffer.from("eda080", "hex")]),
    errors: [["invalid-encoding", 3]],
  },
  {
    name: "Windows-1252",
    bytes: latin1("a,b\n1,2\nZo\xeb,\x80 5\n"),
    cells: [...ab, ["Zoë", "€ 5"]],
    remarks: [["read-as-windows-1252", 3]],
  },
  {
    name: "UTF-8, then something else",
    bytes: Buffer.concat([utf8("a,b\nZoë,2\n"), latin1("Zo\xeb,2\n")]),
    errors: [["mixed-encodings", 3]],
  },
  {
    name: "Windows-1252, then UTF-8",
    bytes: Buffer.concat([latin1("a,b\nZo\xeb,2\n1,2\n"), utf8("Zoë,2\n")]),
    errors: [["mixed-encodings", 4]],
  },
  {
    name: "a character cut at the end",
    bytes: utf8("a,b\nZoë,ë").subarray(0, -1),
    errors: [["mixed-encodings", 2]],
  },
  {
    name: "a NUL in a cell",
    bytes: utf8(`a,b\n${"1,2\n".repeat(50)}1,x\0y\n`),
    errors: [["nul-character", 52, "b"]],
  },
  {
    name: "a NUL in quotes",
    bytes: utf8(`a,b\n${"1,2\n".repeat(50)}"\0",2\n`),
    errors: [["nul-character", 52, "a"]],
  },
  {
    name: "a NUL in the header",
    bytes: utf8(`a,b\0\n${"1,2\n".repeat(50)}`),
    errors: [["nul-character", 1, "2"]],
  },
  {
    name: "replacement characters that were there before",
    bytes: utf8("a,b\n\ufffd,2\n"),
    cells: [
      ["a", "b"],
      ["\ufffd", "2"],
    ],
  },

  // Delimiters
  {
    name: "semicolons with decimal commas",
    bytes: utf8("a;b\n1,5;2,5\n"),
    cells: [
      ["a", "b"],
      ["1,5", "2,5"],
    ],
  },
  { name: "tabs", bytes: utf8("a\tb\n1\t2\n"), cells: ab },
  { name: "bars", bytes: utf8("a|b\n1|2\n"), cells: ab },
  {
    name: "commas in quoted names of a file with semicolons",
    bytes: utf8('"a, x, y";b\n1;2\n'),
    cells: [
      ["a, x, y", "b"],
      ["1", "2"],
    ],
  },
  {
    name: "Excel's separator line",
    bytes: utf8("sep=;\r\na;b\r\n1;2\r\n"),
    cells: ab,
    lines: [3],
    remarks: [["separator-line", 1]],
  },
  { name: "one column", bytes: utf8("id\n7\n007\n"), cells: [["id"], ["7"], ["007"]] },

  // Sizes
  {
    name: "100,000 columns",
    bytes: repeated("c,", 100_000),
    errors: [["too-many-columns", 1]],
    says: ["100,001 columns; the limit is 20,000"],
  },
  {
    name: "a cell of 10 MB",
    bytes: Buffer.concat([utf8("a,b\n1,"), Buffer.alloc(1e7, "x"), utf8("\n")]),
    errors: [["cell-too-long", 2, "b"]],
  },
  {
    name: "a quoted cell of 10 MB",
    bytes: Buffer.concat([utf8('a,b\n1,"'), Buffer.alloc(1e7, "x\n"), utf8('"\n')]),
    errors: [["unclosed-quote", 2, "b"]],
    says: ["within 1,048,576 bytes"],
  },
  {
    name: "a line of 50 MB",
    bytes: Buffer.concat([utf8("a,b\n1,2\n"), Buffer.alloc(5e7, "1,")]),
    errors: [["row-too-long", 3]],
  },
  { name: "a header of 50 MB", bytes: Buffer.alloc(5e7, "x"), errors: [["row-too-long", 1]] },
];
