/** Names that promise one person, or one record, per value. */

/** "student_id", "studentID", "Email address", "username", "ResponseId"; not "paid" and not "cohort_idx". */
export const looksLikeIdentifier = (name: string): boolean =>
  patterns.some((pattern) => pattern.test(name.trim()));

const patterns = [
  /^id$/iu,
  /(?:^|[^\p{L}\p{N}])id(?:entifier)?(?:$|[^\p{L}\p{N}])/iu,
  /\p{Ll}I[dD]$/u,
  /^(?:student|survey|person|people|respondent|user|record|response|alum|alumni|alumnus|campus|card|net)[\s_.-]*(?:id|no|nr|num|number|key|code)$/iu,
  /e-?mail|^user[\s_.-]?name$|^uuid$|^guid$|^token$|^person$|^pidm$|^emplid$/iu,
];
