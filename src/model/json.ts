/** Plain JSON data. Integers and floats are told apart where a format needs it by `PythonFloat` of `src/yaml`. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };
export type JsonObject = { readonly [key: string]: JsonValue };
