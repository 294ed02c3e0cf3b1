/**
 * How messages name the program where they say what to type: `${CHECKUP} audit`. The screen puts in its
 * place how the program was called; a word joiner, which nobody sees or types, keeps that from the words of
 * users.
 */
export const CHECKUP = '\u2060checkup';
