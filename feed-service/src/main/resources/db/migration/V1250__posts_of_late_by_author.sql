-- How much somebody posted of late, comments counted: for the limits of posting.
create index post_of_late on post (author_id, created_at) where external_id is null;
