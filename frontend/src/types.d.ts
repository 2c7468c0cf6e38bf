/** An SVG file is imported as its text. */
declare module '*.svg' {
  const text: string;
  export default text;
}

/** A style sheet of a library that is loaded with a part: imported as its text, `with { loader: 'text' }`. */
declare module '*.css' {
  const text: string;
  export default text;
}
