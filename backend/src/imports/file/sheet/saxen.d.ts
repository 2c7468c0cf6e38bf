/** The part of the XML parser that the product uses; the package brings no types. */
declare module 'saxen' {
  type Decode = (text: string) => string;

  /** Reads XML as it comes and tells what it meets. */
  export class Parser {
    on(event: 'openTag', seen: (name: string, attributes: () => Record<string, string>, decode: Decode, isEmpty: boolean) => void): this;
    on(event: 'closeTag', seen: (name: string) => void): this;
    on(event: 'text' | 'cdata', seen: (text: string) => void): this;
    on(event: 'error', seen: (error: Error) => void): this;
    write(text: string): this;
    end(): this;
  }
}
