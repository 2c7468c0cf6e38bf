export { WHOLE_DEMO, provideDemo } from "./demo.js";
