-- Who follows whom. A pair stays when the following ends, so that its version goes on growing.
create table follow (
  follower  uuid        not null references person,
  followee  uuid        not null references person,
  following boolean     not null,
  version   bigint      not null,
  since     timestamptz not null,
  primary key (follower, followee),
  constraint follow_not_oneself check (follower <> followee)
);
create index follow_by_follower on follow (follower, since desc, followee desc) where following;
create index follow_by_followee on follow (followee, since desc, follower desc) where following;
