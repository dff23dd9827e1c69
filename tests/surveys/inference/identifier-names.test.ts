import { expect, test } from "vitest";
import { looksLikeIdentifier } from "#surveys";

test.each([
  "id",
  "ID",
  "student_id",
  "studentID",
  "ResponseId",
  "surveyid",
  "Person Key",
  "Student Email",
  "username",
  "id_student",
])("%s names a person", (name) => expect(looksLikeIdentifier(name)).toBe(true));
test.each([
  "paid",
  "valid",
  "covid",
  "ideas",
  "idx",
  "major",
  "SEacademic",
  "genderid",
  "campus",
  "number_of_jobs",
])("%s does not", (name) => expect(looksLikeIdentifier(name)).toBe(false));
