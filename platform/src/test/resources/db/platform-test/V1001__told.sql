create table person (id uuid primary key, subject text unique, active boolean not null);
create table told (about text primary key, version bigint not null, times integer not null);
