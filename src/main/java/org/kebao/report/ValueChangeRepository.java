package org.kebao.report;

import java.util.List;

import org.springframework.data.repository.Repository;

interface ValueChangeRepository extends Repository<ValueChange, Long> {

	ValueChange save(ValueChange change);

	List<ValueChange> findTop500ByReportIdOrderByIdDesc(Long reportId);

}
