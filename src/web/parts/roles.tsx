/** One role for each variable, so that none is named twice. */
import type { FC } from "hono/jsx";
import type { Variable } from "#surveys";
import type { Fault } from "../forms/form.ts";
import { roles, type PlanFields, type Role } from "../forms/plan-form.ts";
import { DataTable } from "./table.tsx";

interface RolesProps {
  readonly variables: readonly Variable[];
  readonly fields: PlanFields;
}

/** What is in the plan stands first, in the order of the plan; the rest file by file, folded away. */
export const Roles: FC<RolesProps & { readonly faults: readonly Fault[] }> = ({
  variables,
  fields,
  faults,
}) => {
  const wrong = faults.filter(({ field }) => field === "roles");
  const known = new Map(variables.map((variable) => [variable.id, variable]));
  const given = [...fields.roles].flatMap(([id, role]) => (role === "none" ? [] : [known.get(id)]));
  const chosen = given.filter((variable) => variable !== undefined);
  // Whoever has not chosen an outcome yet must see what there is to choose from.
  const unasked = ![...fields.roles.values()].includes("outcome") || wrong.length > 0;
  const rest = variables.filter((variable) => !chosen.includes(variable));
  return (
    <fieldset id="roles" tabindex={-1} class={wrong.length > 0 ? "wrong" : undefined}>
      <legend>What each variable is here for</legend>
      {wrong.map(({ text }) => (
        <p class="fault">{text}</p>
      ))}
      {chosen.length > 0 && (
        <RoleTable caption="In the plan" variables={inOrder(chosen, fields)} fields={fields} />
      )}
      {[...Map.groupBy(rest, ({ source }) => source)].map(([source, group]) => (
        <details open={unasked}>
          <summary>
            {group.length} other {group.length === 1 ? "variable" : "variables"} of {source}
          </summary>
          <RoleTable caption={`Not in the plan, of ${source}`} variables={group} fields={fields} />
        </details>
      ))}
    </fieldset>
  );
};

const inOrder = (chosen: readonly Variable[], { roles: given }: PlanFields): Variable[] => {
  const place = ({ id }: Variable): number => order.indexOf(given.get(id) ?? "none");
  return chosen.toSorted((a, b) => place(a) - place(b));
};

const order: readonly Role[] = ["outcome", "predictor", "covariate", "weight", "none"];

const RoleTable: FC<RolesProps & { readonly caption: string }> = ({
  caption,
  variables,
  fields,
}) => (
  <DataTable
    caption={caption}
    rows={variables}
    columns={[
      { id: "label", head: "Variable", names: true, cell: ({ label }) => label },
      {
        id: "role",
        head: "Role",
        cell: ({ id, label, level }) => (
          <>
            <input type="hidden" name="variable" value={id} />
            <select name="role" aria-label={`Role of ${label}`}>
              {rolesFor(level).map((role) => (
                <option value={role} selected={(fields.roles.get(id) ?? "none") === role}>
                  {roleWords[role]}
                </option>
              ))}
            </select>
          </>
        ),
      },
      { id: "level", head: "Level", cell: ({ level }) => level },
      { id: "id", head: "Name in the files", cell: ({ id, source }) => `${id}, ${source}` },
    ]}
  />
);

const rolesFor = (level: Variable["level"]): readonly Role[] =>
  roles.filter((role) => role !== "weight" || level !== "nominal");

const roleWords: Readonly<Record<Role, string>> = {
  none: "–",
  outcome: "Outcome",
  predictor: "Experience, ranked",
  covariate: "Covariate, held constant",
  weight: "Survey weight",
};
