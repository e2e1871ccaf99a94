-- Fields that their owner shows to fewer than everyone: {"skills": "network", "purpose": "me"}.
alter table person add column visibility jsonb not null default '{}';

-- Whether a viewer may see a field. The network is whom one follows and who follows one.
create function shows(owner uuid, visibility jsonb, field text, viewer uuid) returns boolean language sql stable as $$
  select owner = viewer or case visibility ->> field
    when 'me' then false
    when 'network' then exists (
      select from follow f where f.following
        and ((f.follower = viewer and f.followee = owner) or (f.follower = owner and f.followee = viewer)))
    else true end
$$;

-- The directory's search looks only at what everyone sees: it must not tell by finding somebody what it does not show.
alter table person drop column words;
alter table person add column words tsvector generated always as (words_of(
  display_name || ' ' || user_name || ' ' || coalesce(department, '')
  || case when visibility ->> 'headline' is null then ' ' || coalesce(headline, '') else '' end
  || case when visibility ->> 'askMeAbout' is null then ' ' || coalesce(ask_me_about, '') else '' end
  || case when visibility ->> 'skills' is null
    then ' ' || coalesce(jsonb_path_query_array(skills, '$[*].name')::text, '') else '' end)) stored;
create index person_by_words on person using gin (words) where active;
