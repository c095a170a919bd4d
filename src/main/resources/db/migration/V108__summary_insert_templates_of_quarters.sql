-- The summaries of the quarters are worded as that of the half-year as it came with the application: with the completion of
-- the last plan, and claiming nothing of itself, whatever became of that template since.
with half as (
  select v.numbering,
    replace(case when v.text like '%!完成情况表%' then v.text
      else replace(v.text, E'{{/hasFigures}}\n', E'{{/hasFigures}}\n\n'
        || E'{{#hasCompletion}}\n## 上期计划完成情况\n对照上期工作计划和上级下达的任务，完成情况如下。\n!完成情况表\n{{/hasCompletion}}\n') end,
      '扎实推进科技创新各项工作，实现了时间过半、任务过半。现将', '扎实推进科技创新各项工作。现将') as text
  from summary_template_versions v
  where v.saved_by is null and v.text like '%工作总结及下半年工作计划%'
  order by v.number desc limit 1
), quarter (name, kind, place, this, next) as (values
  ('一季度工作总结及二季度工作计划', 'FIRST_QUARTER', 1, '一季度', '二季度'),
  ('前三季度工作总结及四季度工作计划', 'THREE_QUARTERS', 2, '前三季度', '四季度')
), made as (
  insert into summary_templates (version, name, period_kind, level_code, position, retired)
  select 0, quarter.name, quarter.kind, null, (select max(position) from summary_templates) + quarter.place, false
  from half, quarter
  where not exists (select 1 from summary_templates known where known.name = quarter.name)
  returning id, period_kind
)
insert into summary_template_versions (template_id, number, text, numbering, saved_by, saved_at)
select made.id, 1, replace(replace(half.text, '上半年', quarter.this), '下半年', quarter.next), half.numbering, null, now()
from made join quarter on quarter.kind = made.period_kind, half;
