-- Whose evidence may be read begins with the communities of the reader
create index evidence_membership_by_person on evidence_membership (person_id) where role is not null;
