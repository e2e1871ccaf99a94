-- How many communities there were on a day, by stage, and how many people in them. Secret ones are not counted: everybody sees it.
create table inventory_day (
  day     date   not null,
  stage   text   not null constraint inventory_day_stage_known check
    (stage in ('potential', 'coalescing', 'maturing', 'stewardship', 'transformation', 'dormant', 'closed')),
  entries int    not null,
  people  bigint not null,
  primary key (day, stage)
);
