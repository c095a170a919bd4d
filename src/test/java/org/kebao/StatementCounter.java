package org.kebao;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts every statement the present thread sends to the database, whoever sends it.
 */
@TestConfiguration(proxyBeanMethods = false)
public class StatementCounter {

	private static final ThreadLocal<Integer> count = ThreadLocal.withInitial(() -> 0);

	/** How many SQL statements something takes. */
	public static int count(Runnable step) {
		int before = count.get();
		step.run();
		return count.get() - before;
	}

	@Bean
	static BeanPostProcessor countingDataSource() {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof DataSource source) ? new Counting(source) : bean;
			}

		};
	}

	private static final class Counting extends DelegatingDataSource {

		Counting(DataSource target) {
			super(target);
		}

		@Override
		public Connection getConnection() throws SQLException {
			return watched(Connection.class, super.getConnection());
		}

	}

	private static <T> T watched(Class<T> type, T target) {
		return type
			.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (proxy, method, arguments) -> {
				if (target instanceof Statement && method.getName().startsWith("execute")) {
					count.set(count.get() + 1);
				}
				return watched(call(target, method, arguments), method);
			}));
	}

	/** The statements of a connection are watched as it is. */
	@SuppressWarnings({ "unchecked", "rawtypes" })
	private static Object watched(Object result, Method method) {
		return (result instanceof Statement) ? watched((Class) method.getReturnType(), result) : result;
	}

	private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
		try {
			return method.invoke(target, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getCause();
		}
	}

}
