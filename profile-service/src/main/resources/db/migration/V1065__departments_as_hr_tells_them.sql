-- What rules rely on. A profile's department may be its owner's own word, so it is not copied: HR tells it again.
alter table person add column hr_department text;
