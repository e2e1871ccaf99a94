alter table outbox add column told_again boolean not null default false;
