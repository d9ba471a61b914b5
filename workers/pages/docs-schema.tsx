import type { SchemaJson } from "../openapi-document.ts";

/** The place of a named shape on the page. */
export function shapeId(name: string): string {
  return `shape-${name}`;
}

/** A field of a shape, with how deep it lies in it. */
interface Field {
  path: string;
  depth: number;
  required: boolean;
  schema: SchemaJson;
}

/** How deep the fields of a shape are written out; what lies deeper is in the examples. */
const deepest = 3;

/** The fields of an object or of the objects in a list, outer before inner; of a union those of all its objects. */
export function fieldsOf(schema: SchemaJson, within = "", depth = 0): Field[] {
  if (depth >= deepest) return [];
  const choices = [schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  const seen = new Set<string>();
  return choices.flatMap((choice) => {
    if (choice.type === "array" && choice.items) return fieldsOf(choice.items, `${within}[]`, depth);
    return Object.entries(choice.properties ?? {}).flatMap(([name, field]) => {
      const path = within === "" ? name : `${within}.${name}`;
      if (seen.has(path)) return [];
      seen.add(path);
      const required = choice.required?.includes(name) ?? false;
      return [{ path, depth, required, schema: field }, ...fieldsOf(field, path, depth + 1)];
    });
  });
}

/** What a value may be: a type, a list of values, or the name of a shape. */
export function TypeOf({ schema }: { schema: SchemaJson }) {
  const { $ref, anyOf, oneOf, type, items } = schema;
  if ($ref !== undefined) {
    const name = $ref.split("/").at(-1) ?? "";
    return <a href={`#${shapeId(name)}`}>{name}</a>;
  }
  const choices = anyOf ?? oneOf;
  if (choices) {
    return (
      <>
        {choices.map((choice, place) => (
          <span key={place}>
            {place > 0 ? " or " : ""}
            <TypeOf schema={choice} />
          </span>
        ))}
      </>
    );
  }
  if (type === "array") return items ? <>list of {<TypeOf schema={items} />}</> : <>list</>;
  return <>{valuesOf(schema) ?? `${[type ?? "any"].flat().join(" or ")}${rangeOf(schema)}`}</>;
}

function valuesOf({ const: only, enum: values }: SchemaJson): string | null {
  if (only !== undefined) return JSON.stringify(only);
  return values ? values.map((value) => JSON.stringify(value)).join(", ") : null;
}

/** The bounds that say something: those of every integer say nothing. */
function rangeOf(schema: SchemaJson): string {
  const { minimum, maximum, minLength, maxLength, format, default: unless } = schema;
  const told = (bound: unknown): bound is number =>
    typeof bound === "number" && Math.abs(bound) < Number.MAX_SAFE_INTEGER;
  const words = [
    typeof format === "string" ? format : "",
    told(minimum) && told(maximum) ? `${minimum} to ${maximum}` : told(minimum) ? `from ${minimum}` : "",
    told(maximum) && !told(minimum) ? `to ${maximum}` : "",
    told(maxLength) ? `${told(minLength) ? minLength : 0} to ${maxLength} characters` : "",
    unless === undefined ? "" : `${JSON.stringify(unless)} unless said`,
  ].filter((word) => word !== "");
  return words.length > 0 ? `, ${words.join(", ")}` : "";
}

/** The mark of what must be there. */
export function Required() {
  return <span class="required"> required</span>;
}

/** The fields of a shape as a table; nothing for a shape without fields. */
export function Fields({ schema }: { schema: SchemaJson }) {
  const fields = fieldsOf(schema);
  if (fields.length === 0) return null;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Type</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ path, depth, required, schema: field }, place) => (
          <tr key={place} class={`depth-${depth}`}>
            <th scope="row">
              <code>{path}</code>
              {required ? <Required /> : null}
            </th>
            <td>
              <TypeOf schema={field} />
              {typeof field.description === "string" ? <span class="note"> {field.description}</span> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
