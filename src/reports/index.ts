/** The findings as files. */
export { reportFiles, type ReportFile } from "./report-files.ts";
export { reportPolicy } from "./html/style.ts";
export { checkReportFolder, writeReport } from "./write-report.ts";
