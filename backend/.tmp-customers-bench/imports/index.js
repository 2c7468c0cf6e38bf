export { ImportsModule } from "./imports.module.js";
export { Imports } from "./imports.js";
