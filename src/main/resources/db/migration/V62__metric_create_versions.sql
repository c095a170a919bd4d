-- Every save of a metric as it stood then; content is the JSON form of MetricContent.
create table metric_versions (
  id bigint generated always as identity primary key,
  metric_id bigint not null references metrics,
  number int not null,
  content text not null,
  -- null for what came with the application
  saved_by bigint references accounts,
  saved_at timestamptz not null,
  unique (metric_id, number)
);
create trigger metric_versions_append_only before update or delete on metric_versions
  for each row execute function refuse_rewriting();

insert into metric_versions (metric_id, number, content, saved_at)
select m.id, 1, jsonb_build_object('name', m.name, 'unit', m.unit, 'scale', m.scale, 'mayBeNegative', m.may_be_negative,
    'comparison', m.comparison, 'definition', m.definition, 'source', m.source, 'exclusion', m.exclusion,
    'aliases', to_jsonb(m.aliases), 'ownerSection', m.owner_section, 'jumpBand', m.jump_band,
    'ranges', coalesce((select jsonb_object_agg(r.level_code, jsonb_build_object('low', r.low, 'high', r.high))
      from metric_ranges r where r.metric_id = m.id), '{}'::jsonb),
    'validFrom', null, 'validTo', null, 'retired', m.retired)::text, now()
from metrics m order by m.id;
