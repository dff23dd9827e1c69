import type { Information } from "#surveys";
import { Paragraphs } from "../paragraphs.tsx";
import type { Field } from "./field.tsx";

export const InformationField: Field<Information> = ({ item, speech }) => (
  <div class="information">
    <Paragraphs text={speech.say(item.text)} />
  </div>
);
