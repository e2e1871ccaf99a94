-- How a file was read that somebody brought in, beside the import that it became.
create table inventory_file (
  job_id    uuid   primary key references import_job on delete cascade,
  charset   text   not null,
  separator text,
  ignored   text[] not null
);

-- Rows without an external id are known by where a community is and what it is called there.
create index inventory_entry_by_place on inventory_entry (lower(host), lower(name));
