import type { Comment } from "#surveys";
import { control, Single, textIn, type Field } from "./field.tsx";

export const CommentField: Field<Comment> = (field) => (
  <Single {...field}>
    {/* A browser drops the first line break of a text area. */}
    <textarea {...control(field)} rows={field.item.lines}>
      {`\n${textIn(field)}`}
    </textarea>
  </Single>
);
