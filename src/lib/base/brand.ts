declare const brand: unique symbol;

/** A type that cannot be mixed up with another of the same shape. Cast once, where the data enters. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
