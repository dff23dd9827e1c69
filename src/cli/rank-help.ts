import { methods, planDefaults } from "#analysis";
import { encodings } from "../intake/source.ts";
import { scoringRules } from "../studies/study.ts";

export const rankHelp = `throughline rank --data FILE [--data FILE ...] --id COLUMN --outcomes NAMES --out FOLDER

Ranks student experiences by how much they add to explaining each outcome.

  --data FILE           a CSV file; give it once for each file
  --id COLUMN           names the person in every file (optional with one file)
  --outcomes NAMES      outcomes, separated by commas
  --predictors NAMES    experiences to rank (default: scales, practices and doses found in the files)
  --covariates NAMES    who the students were: held constant
                        (default: field of study, cohort, first generation,
                        grades before college, where recognised by name)
  --weight COLUMN       survey weight
  --strata COLUMN       people were drawn separately in each of its categories
  --clusters COLUMN     people came in together: campus, class, programme
  --population COLUMN   how many units the whole population has in the person's stratum
  --response-classes COLUMN
                        known of everybody who was asked: who answered speaks for their class
  --margins FILE        people of the population by category; the weights are raked to them (JSON)
  --trim-at NUMBER      largest raked weight, in medians (default: ${planDefaults.trimAt})
  --less-is-better NAMES
                        outcomes of which less is better, such as months until the first job
  --groups NAMES        compare the associations between the categories of these
  --smallest-group NUMBER
                        smaller groups are not compared (default: ${planDefaults.smallestGroup})
  --meaningful NUMBER   a difference of fewer standard deviations is called little (default: ${planDefaults.meaningful})
  --plan FILE           all of the above from a JSON file; options given here win
  --clos FILE           learning outcomes and the variables that evidence them (JSON)
  --codebook FILE       levels, labels and missing codes that override what was recognised (JSON)
  --codebook-out FILE   writes the codebook, to be read or edited
  --method METHOD       ${["by level", ...methods.map((method) => method.id)].join(", ")} (default: by level)
  --scoring RULE        ${scoringRules.join(", ")} (default: ${scoringRules[0]})
  --confidence SHARE    of intervals and rank sets (default: ${planDefaults.confidence})
  --replicates NUMBER   of the bootstrap behind the rank sets (default: ${planDefaults.replicates})
  --seed NUMBER         of the bootstrap (default: ${planDefaults.seed})
  --encoding NAME       ${encodings.join(", ")} (default: recognised)
  --delimiter CHARACTER between cells (default: recognised)
  --out FOLDER          report.html, associations.csv, screening.json, reproduce.R, data.csv

margins.json: [{ "variable": "gender", "people": { "Woman": 5210, "Man": 4100 } }]

Exit codes: 0 done, 1 a problem with the input, 2 the command was not understood.`;
