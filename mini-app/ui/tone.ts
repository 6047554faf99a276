/** The tones of the design: each is an ink on its own soft ground, and always goes with an icon and a word. */

/** todo: the person must act · danger: mistakes and destruction only · quiet: draft, ended, neutral · spark: recognition, hints. */
export type Tone = 'primary' | 'ok' | 'todo' | 'danger' | 'council' | 'city' | 'quiet' | 'spark';
