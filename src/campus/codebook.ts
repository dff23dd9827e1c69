import type { CodebookOverride } from "#surveys";

/** What people read instead of the column names of the sample campus. */
export const codebook: CodebookOverride = {
  variables: Object.entries({
    career_satisfaction: "Career satisfaction",
    economic_mobility: "Economic mobility",
    community_engagement: "Community engagement",
    employed: "Employed",
    job_related: "Job related to the degree",
    salary: "Yearly salary",
    choose_again: "Would choose the college again",
    graduation_year: "Year of graduation",
    weight: "Weight against non-response",
    firstgen: "First in the family at college",
    MAJfirstcol: "Field of study",
    GPAest: "Grade point average",
  }).map(([id, label]) => ({ id, label })),
};
