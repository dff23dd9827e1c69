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
      caption="Answers"
      rows={Object.entries(operation.responses ?? {})}
      columns={[
        {
          id: "status",
          head: "Status",
          names: true,
          cell: ([status]) => (status === "default" ? "any other" : status),
        },
        { id: "what", head: "What", cell: ([, response]) => descriptionOf(response) },
        { id: "shape", head: "Shape", cell: ([, response]) => shapeOf(response) },
      ]}
    />
  </article>
);

type Content = Readonly<Record<string, { readonly schema?: unknown }>>;

const descriptionOf = (response: object): string =>
  "description" in response ? String(response.description) : "";

function shapeOf(response: NonNullable<Operation["responses"]>[string]): string {
  if (!("content" in response)) return "–";
  const [media] = Object.entries(response.content as Content);
  if (media === undefined) return "–";
  return wordsFor(media[1].schema) || media[0];
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
