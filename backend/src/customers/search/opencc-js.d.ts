// The package types its converters only; the dictionary of characters is a text of "traditional simplified …" apart by |.
declare module 'opencc-js/dict/TSCharacters' {
  const characters: string;
  export default characters;
}
