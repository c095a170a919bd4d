-- Whatever changes the catalogue gives it a stamp it never had. Who has read the catalogue
-- knows by the stamp whether it still is what was read; a stamp of what was rolled back never
-- comes again.
create sequence catalogue_stamps;

create table catalogue_stamp (
  stamp bigint not null
);

insert into catalogue_stamp (stamp) values (nextval('catalogue_stamps'));

create function stamp_catalogue() returns trigger language plpgsql as $$
begin
  update catalogue_stamp set stamp = nextval('catalogue_stamps');
  return null;
end $$;

create trigger metrics_stamp after insert or update or delete or truncate on metrics
  for each statement execute function stamp_catalogue();
create trigger metric_ranges_stamp after insert or update or delete or truncate on metric_ranges
  for each statement execute function stamp_catalogue();
create trigger metric_groups_stamp after insert or update or delete or truncate on metric_groups
  for each statement execute function stamp_catalogue();
create trigger metric_group_exempt_levels_stamp after insert or update or delete or truncate on metric_group_exempt_levels
  for each statement execute function stamp_catalogue();
