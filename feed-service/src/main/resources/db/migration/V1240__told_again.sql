-- Marks what is told only because the topics may have lost it: nobody is notified of it.
alter table outbox add column told_again boolean not null default false;
