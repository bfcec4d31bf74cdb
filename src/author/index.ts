// Author tools: read a scenario folder, say what is wrong with it, show what runs make of it, bundle it.
export { type ReadScenario, readScenario } from './read-scenario.ts';
export type { ExitCode } from './report.ts';
export { type CliOutput, runCli } from './run-cli.ts';
export { schemaFiles } from './schemas.ts';
export { scenarioBundle } from './vite-plugin.ts';
export type { YamlCache } from './yaml-file.ts';
