-- The summaries of the quarters are worded as that of the half-year, as it was shipped last.
insert into summary_templates (version, name, period_kind, level_code, position, retired)
select 0, quarter.name, quarter.kind, null, (select max(position) from summary_templates) + quarter.place, false
from (values
  ('一季度工作总结及二季度工作计划', 'FIRST_QUARTER', 1),
  ('前三季度工作总结及四季度工作计划', 'THREE_QUARTERS', 2)
) as quarter (name, kind, place)
where not exists (select 1 from summary_templates known where known.name = quarter.name);

insert into summary_template_versions (template_id, number, text, numbering, saved_by, saved_at)
select quarter.id, 1,
  case quarter.period_kind
    when 'FIRST_QUARTER' then replace(replace(half.text, '上半年', '一季度'), '下半年', '二季度')
    else replace(replace(half.text, '上半年', '前三季度'), '下半年', '四季度') end,
  half.numbering, null, now()
from summary_templates quarter
join lateral (
  select v.text, v.numbering from summary_template_versions v
  join summary_templates t on t.id = v.template_id
  -- as it came with the application, whatever it is called now
  where v.saved_by is null and t.period_kind = 'FIRST_HALF' and v.text like '%工作总结及下半年工作计划%'
  order by v.number desc limit 1
) half on true
where quarter.period_kind in ('FIRST_QUARTER', 'THREE_QUARTERS')
  and not exists (select 1 from summary_template_versions known where known.template_id = quarter.id);
