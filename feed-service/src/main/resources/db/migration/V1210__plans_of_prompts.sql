-- A post that waits may be a prompt of a community's plan: those who care for the community see it before it is posted. What
-- is paused waits on, whatever its moment.
alter table scheduled_post add column plan_of uuid, add column paused boolean not null default false;
create index scheduled_post_by_plan on scheduled_post (plan_of, publish_at) where plan_of is not null;
