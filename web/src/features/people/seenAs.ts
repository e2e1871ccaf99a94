import type { Person, ProfileVisibility } from '../../lib/api/types';

/** Whose eyes one's own profile is looked at with. */
export type Viewer = 'network' | 'everyone';

const hidden: { [Field in keyof Required<ProfileVisibility>]: Person[Field] } = {
  headline: null,
  location: null,
  timeZone: null,
  languages: [],
  skills: [],
  interests: [],
  askMeAbout: null,
  learning: null,
  purpose: null,
};

/** One's own profile without what others do not see of it. */
export function seenAs(person: Person, viewer: Viewer): Person {
  const { jobTitle, ...rest } = person;
  const seen: Person = person.jobTitleShown && jobTitle !== undefined ? { ...rest, jobTitle } : rest;
  const shownTo = (field: keyof ProfileVisibility) => person.visibility?.[field] ?? 'everyone';
  const fields = Object.keys(hidden) as (keyof typeof hidden)[];
  const gone = fields.filter((field) => shownTo(field) !== 'everyone' && shownTo(field) !== viewer);
  return { ...seen, ...Object.fromEntries(gone.map((field) => [field, hidden[field]])) };
}
