-- What the organisation does not want to be published by mistake.
create table guard_pattern (
  id         uuid        primary key,
  name       text        not null,
  expression text        not null,
  effect     text        not null,
  advice     text        not null,
  sample     text        not null,
  created_at timestamptz not null,
  constraint guard_effect_is_known check (effect in ('warn', 'block'))
);
