/** The page that explains the API, from its own document. */
import type { FC } from "hono/jsx";
import type { View } from "../page.ts";
import { Scroll } from "../parts/scroll.tsx";
import { DataTable } from "../parts/table.tsx";
import type { Api } from "./answers.ts";

export type ApiDocument = ReturnType<Api["getOpenAPI31Document"]>;
type Operation = NonNullable<NonNullable<ApiDocument["paths"]>[string]["get"]>;
type Schema = NonNullable<NonNullable<ApiDocument["components"]>["schemas"]>[string];

export function documentView(document: ApiDocument): View {
  const operations = operationsOf(document);
  const tags = [...new Set(operations.map(({ operation }) => operation.tags?.[0] ?? ""))];
  return {
    title: "API",
    body: (
      <>
        <h1>API</h1>
        <p class="lead">{document.info.description}</p>
        <p>
          Version {document.info.version}. Everything below is in{" "}
          <a href="/api/openapi.json">openapi.json</a> (OpenAPI {document.openapi}) for programs.
          There are no accounts yet, so it answers this machine only.
        </p>
        {tags.map((tag) => (
          <section>
            <h2>{tag}</h2>
            {operations
              .filter(({ operation }) => operation.tags?.[0] === tag)
              .map((each) => (
                <Endpoint {...each} />
              ))}
          </section>
        ))}
        <section>
          <h2>Shapes</h2>
          {Object.entries(document.components?.schemas ?? {}).map(([name, schema]) => (
            <Shape name={name} schema={schema} />
          ))}
        </section>
      </>
    ),
  };
}

interface Described {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

const verbs = ["get", "post", "put", "patch", "delete"] as const;

const operationsOf = ({ paths = {}, servers = [] }: ApiDocument): Described[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    verbs.flatMap((method) => {
      const operation = item[method];
      return operation === undefined
        ? []
        : [{ method, path: `${servers[0]?.url ?? ""}${path}`, operation }];
    }),
  );

const Endpoint: FC<Described> = ({ method, path, operation }) => (
  <article>
    <h3>{operation.summary}</h3>
    <p>
      <code>
        {method.toUpperCase()} {path}
      </code>
    </p>
    {operation.description !== undefined && <p>{operation.description}</p>}
    <DataTable
      caption="Takes and answers"
      rows={linesOf(operation)}
      columns={[
        { id: "where", head: "Where", names: true, cell: ({ where }) => where },
        { id: "what", head: "What", cell: ({ what }) => what },
        { id: "shape", head: "Shape", cell: ({ shape }) => shape },
      ]}
    />
  </article>
);

interface Line {
  readonly where: string;
  readonly what: string;
  readonly shape: string;
}

/** What goes in, then what comes out. */
function linesOf({ parameters = [], requestBody, responses = {} }: Operation): Line[] {
  const named = parameters.flatMap((parameter) =>
    "name" in parameter
      ? [
          {
            where: `${parameter.in}: ${parameter.name}`,
            what: parameter.description ?? "",
            shape: "text",
          },
        ]
      : [],
  );
  const body =
    requestBody === undefined
      ? []
      : [{ where: "body", what: descriptionOf(requestBody), shape: shapeOf(requestBody) }];
  const answers = Object.entries(responses).map(([status, response]) => ({
    where: status === "default" ? "any other answer" : `answer ${status}`,
    what: descriptionOf(response as object),
    shape: shapeOf(response as object),
  }));
  return [...named, ...body, ...answers];
}

type Content = Readonly<Record<string, { readonly schema?: unknown }>>;

const descriptionOf = (part: object): string =>
  "description" in part ? String(part.description) : "";

/** The name of its shape, or its media types. */
function shapeOf(part: object): string {
  if (!("content" in part)) return "nothing";
  const content = Object.entries(part.content as Content);
  const words = content.map(([media, { schema }]) => wordsFor(schema) || media);
  return [...new Set(words)].join(", ");
}

function wordsFor(schema: unknown): string {
  if (typeof schema !== "object" || schema === null) return "";
  if ("$ref" in schema) return String(schema.$ref).split("/").at(-1)!;
  if ("items" in schema) return `list of ${wordsFor(schema.items)}`;
  return "";
}

const Shape: FC<{ readonly name: string; readonly schema: Schema }> = ({ name, schema }) => (
  <details>
    <summary>
      <code>{name}</code>
    </summary>
    {"description" in schema && schema.description !== undefined && <p>{schema.description}</p>}
    <Scroll label={`Schema of ${name}`}>
      <pre>{JSON.stringify(schema, null, 2)}</pre>
    </Scroll>
  </details>
);
