/** The chapters of a pack in the library, as their addresses name them. */
export const chapters = [
  'introduction',
  'timeline',
  'names',
  'reactions',
  'places',
  'figures',
  'comparisons',
  'sources',
  'facts',
];
